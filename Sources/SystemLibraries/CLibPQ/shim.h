#ifndef CLINIC_CLIBPQ_SHIM_H
#define CLINIC_CLIBPQ_SHIM_H

#include <dlfcn.h>
#include <libpq-fe.h>

/* Bytes OpenSSL has decrypted but libpq has not taken: epoll cannot see them on the socket.
   Looked up at run time, so that nothing need link libssl; 0 without TLS. */
static inline int clinic_pq_tls_pending(PGconn *connection) {
    void *tls = PQgetssl(connection);
    if (!tls) return 0;
    int (*pending)(const void *) = (int (*)(const void *))dlsym((void *)0, "SSL_pending");
    return pending ? pending(tls) : 0;
}

#endif
