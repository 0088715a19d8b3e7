#include "plugins/cli/fleet.h"

void cq_fleet_init(cq_fleet *fleet, const cq_settings *settings) {
    *fleet = (cq_fleet){.settings = settings};
    cq_arena_init(&fleet->arena);
}

void cq_fleet_release(cq_fleet *fleet) {
    for (uint32_t i = 0; i < fleet->count; i++) cq_host_free(fleet->berths[i].host);
    cq_arena_release(&fleet->arena);
    *fleet = (cq_fleet){0};
}

/* A free berth, or that of the host that was not used for the longest time, which goes. */
static cq_berth *clear_berth(cq_fleet *fleet) {
    if (fleet->count < CQ_FLEET_MOST) return &fleet->berths[fleet->count++];
    cq_berth *oldest = &fleet->berths[0];
    for (uint32_t i = 1; i < fleet->count; i++)
        if (fleet->berths[i].used < oldest->used) oldest = &fleet->berths[i];
    cq_host_free(oldest->host);
    return oldest;
}

static cq_berth *find_berth(cq_fleet *fleet, const cq_profile *profile) {
    for (uint32_t i = 0; i < fleet->count; i++)
        if (fleet->berths[i].profile == profile) return &fleet->berths[i];
    return NULL;
}

cq_host *cq_fleet_host(cq_fleet *fleet, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err) {
    cq_berth *berth = find_berth(fleet, profile);
    if (!berth) {
        cq_host *host;
        if (!cq_settings_open_host(&host, fleet->settings, profile, troubles, err)) return NULL;
        for (uint32_t i = 0; i < fleet->dropped.len; i++)
            cq_host_set_level(host, fleet->dropped.at[i], CQ_LEVEL_OFF);
        berth = clear_berth(fleet);
        *berth = (cq_berth){.profile = profile, .host = host};
    }
    berth->used = ++fleet->uses;
    return berth->host;
}

void cq_fleet_drop_rule(cq_fleet *fleet, cq_str id) {
    *CQ_ARRAY_PUSH(&fleet->arena, &fleet->dropped) = cq_str_dup(&fleet->arena, id);
    for (uint32_t i = 0; i < fleet->count; i++)
        cq_host_set_level(fleet->berths[i].host, id, CQ_LEVEL_OFF);
}
