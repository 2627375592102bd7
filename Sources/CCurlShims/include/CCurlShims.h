#ifndef WRIT_CCURLSHIMS_H
#define WRIT_CCURLSHIMS_H

// Apart from CShims, so that a program that makes no request does not load libcurl and the twenty libraries it brings.

#include <stddef.h>

// libcurl: curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt, one function a type of value. Options and results
// are libcurl's numbers.
typedef size_t (*writ_curl_chunk)(char *bytes, size_t size, size_t count, void *context);
typedef int (*writ_curl_seek)(void *context, long offset, int origin);
typedef int (*writ_curl_start)(void *context, char *theirs, char *ours, int theirPort, int ourPort);
int writ_curl_set_number(void *handle, int option, long value);
int writ_curl_set_text(void *handle, int option, const char *text);
int writ_curl_set_pointer(void *handle, int option, void *pointer);
int writ_curl_get_number(void *handle, int information, long *value);
int writ_curl_multi_set_number(void *multi, int option, long value);
// The schemes that may be spoken, such as "https".
int writ_curl_set_schemes(void *handle, const char *schemes);
// Who hears that a request is about to be sent, who gets the lines of the head and the bytes of the body, and who gives
// the bytes to send; all with `context`.
int writ_curl_set_callbacks(
    void *handle, writ_curl_start start, writ_curl_chunk head, writ_curl_chunk body, writ_curl_chunk send,
    writ_curl_seek seek, void *context);

#endif
