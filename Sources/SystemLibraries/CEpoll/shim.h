#ifndef CLINIC_CEPOLL_SHIM_H
#define CLINIC_CEPOLL_SHIM_H

#include <errno.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>

/* What Swift cannot import well: a packed struct with a union, and enum-or-macro constants. */

typedef struct {
    uint64_t token;
    int readable;
    int writable;
} clinic_epoll_event;

static inline int clinic_epoll_open(void) { return epoll_create1(EPOLL_CLOEXEC); }

/* Watches the descriptor, or changes what it is watched for. Level-triggered and once: after an event it has to be
 * watched again. Returns 0 or -1. */
static inline int clinic_epoll_watch_once(int epoll, int descriptor, uint64_t token, int readable, int writable) {
    struct epoll_event event;
    event.events = (uint32_t)EPOLLONESHOT | (readable ? (uint32_t)EPOLLIN : 0u) | (writable ? (uint32_t)EPOLLOUT : 0u);
    event.data.u64 = token;
    if (epoll_ctl(epoll, EPOLL_CTL_MOD, descriptor, &event) == 0) return 0;
    if (errno != ENOENT) return -1;
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

/* Whether something can be read from a socket at once. */
static inline int clinic_socket_has_bytes(int descriptor) {
    int count = 0;
    return ioctl(descriptor, FIONREAD, &count) == 0 && count > 0;
}

static inline void clinic_epoll_forget(int epoll, int descriptor) {
    epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, 0);
}

/* Waits at most `milliseconds` (-1: without limit). Errors and hang-ups count as readable and writable. */
static inline int clinic_epoll_wait(int epoll, clinic_epoll_event *out, int capacity, int milliseconds) {
    struct epoll_event events[32];
    int count = epoll_wait(epoll, events, capacity < 32 ? capacity : 32, milliseconds);
    for (int i = 0; i < count; i++) {
        uint32_t bad = events[i].events & ((uint32_t)EPOLLERR | (uint32_t)EPOLLHUP);
        out[i].token = events[i].data.u64;
        out[i].readable = (events[i].events & (uint32_t)EPOLLIN) || bad;
        out[i].writable = (events[i].events & (uint32_t)EPOLLOUT) || bad;
    }
    return count;
}

/* Names the calling thread, for `top -H` and debuggers. At most 15 bytes count. */
static inline void clinic_thread_set_name(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

#endif
