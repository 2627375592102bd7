#include "CCurlShims.h"

#include <curl/curl.h>
#include <string.h>

int writ_curl_set_number(void *handle, int option, long value) {
    return curl_easy_setopt(handle, (CURLoption)option, value);
}

int writ_curl_set_text(void *handle, int option, const char *text) {
    return curl_easy_setopt(handle, (CURLoption)option, text);
}

int writ_curl_set_pointer(void *handle, int option, void *pointer) {
    return curl_easy_setopt(handle, (CURLoption)option, pointer);
}

int writ_curl_get_number(void *handle, int information, long *value) {
    return curl_easy_getinfo(handle, (CURLINFO)information, value);
}

int writ_curl_multi_set_number(void *multi, int option, long value) {
    return curl_multi_setopt(multi, (CURLMoption)option, value);
}

int writ_curl_set_schemes(void *handle, const char *schemes) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, schemes);
#else
    long all = strstr(schemes, "https") == schemes ? CURLPROTO_HTTPS : CURLPROTO_HTTP;
    return curl_easy_setopt(handle, CURLOPT_PROTOCOLS, all);
#endif
}

int writ_curl_set_callbacks(
    void *handle, writ_curl_start start, writ_curl_chunk head, writ_curl_chunk body, writ_curl_chunk send,
    writ_curl_seek seek, void *context) {
    // curl_off_t is a long where Writ runs; elsewhere this does not compile.
    _Static_assert(sizeof(curl_off_t) == sizeof(long), "offsets are longs");
    int code = curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, start);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_PREREQDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, head);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, send);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_READDATA, context);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, (curl_seek_callback)seek);
    if (!code) code = curl_easy_setopt(handle, CURLOPT_SEEKDATA, context);
    return code;
}
