// The least that a program linked to Writ's libraries can do: start, print a line, end.
#include <stdio.h>

int main(void) {
    puts("0.0.0");
    return 0;
}
