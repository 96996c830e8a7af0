/*
 * fault: makes the n-th call or byte to PostgreSQL fail, for tests. Compiled out without
 * SPR_FAULTS.
 *   SPR_FAULT_STORE=before:<n>   the connection breaks just before the n-th statement is sent
 *   SPR_FAULT_STORE=after:<n>    … just after it was sent: its outcome is unknown
 *   SPR_FAULT_STORE=byte:<n>     … when the n-th byte would come in
 *   SPR_FAULT_STORE=exit:<n>     the process is killed between the n-th COMMIT and its answers
 *   SPR_FAULT_STORE=narrow:<n>   sockets take as little as the kernel allows: short writes
 */
#ifndef SPR_STORE_FAULT_H
#define SPR_STORE_FAULT_H

#ifdef SPR_FAULTS
void fault_before_send(int file);
void fault_after_send(int file);
void fault_on_input(int file);
void fault_on_commit(void);
void fault_restart(void); /* counts from the beginning again */
#else
static inline void fault_before_send(int file) {
    (void)file;
}
static inline void fault_after_send(int file) {
    (void)file;
}
static inline void fault_on_input(int file) {
    (void)file;
}
static inline void fault_on_commit(void) {}
static inline void fault_restart(void) {}
#endif

#endif
