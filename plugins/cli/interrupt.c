#include "plugins/cli/interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t received; /* the signal; 0: none */

static void note(int signal_number) {
    received = signal_number;
}

/* SA_RESETHAND: the second one is not noted but obeyed. What is ignored (nohup) stays so. */
void cq_interrupt_catch(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction old, action = {.sa_handler = note, .sa_flags = SA_RESETHAND | SA_RESTART};
        sigemptyset(&action.sa_mask);
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}

bool cq_interrupt_came(void) {
    return received != 0;
}

void cq_interrupt_obey(void) {
    if (!received) return;
    signal(received, SIG_DFL);
    raise(received);
}
