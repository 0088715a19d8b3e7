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

/* A host that is set as the profile wants it. */
static cq_berth *find_equal(cq_fleet *fleet, const cq_profile *profile) {
    for (uint32_t i = 0; i < fleet->count; i++) {
        const cq_profile *other = fleet->berths[i].profile;
        if (other == profile || (cq_str_is_equal(other->dress, profile->dress) &&
                                 cq_profile_has_same_rules(other, profile)))
            return &fleet->berths[i];
    }
    return NULL;
}

/* The host with the profile's rules that was not used for the longest time; NULL: there may be more. */
static cq_berth *find_alike(cq_fleet *fleet, const cq_profile *profile) {
    cq_berth *oldest = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < fleet->count; i++) {
        cq_berth *berth = &fleet->berths[i];
        if (!cq_profile_has_same_rules(berth->profile, profile)) continue;
        if (!oldest || berth->used < oldest->used) oldest = berth;
        count++;
    }
    return count < CQ_FLEET_ALIKE ? NULL : oldest;
}

static void drop_rules(const cq_fleet *fleet, cq_host *host) {
    for (uint32_t i = 0; i < fleet->dropped.len; i++)
        cq_host_set_level(host, fleet->dropped.at[i], CQ_LEVEL_OFF);
}

static cq_berth *open_berth(cq_fleet *fleet, const cq_profile *profile, cq_troubles *troubles,
                            cq_err *err) {
    cq_berth *berth = find_alike(fleet, profile);
    cq_host *host;
    if (berth) {
        cq_settings_dress_host(berth->host, fleet->settings, profile, troubles);
    } else {
        if (!cq_settings_open_host(&host, fleet->settings, profile, troubles, err)) return NULL;
        berth = clear_berth(fleet);
        *berth = (cq_berth){.host = host};
    }
    berth->profile = profile;
    drop_rules(fleet, berth->host);
    return berth;
}

cq_host *cq_fleet_host(cq_fleet *fleet, const cq_profile *profile, cq_troubles *troubles,
                       cq_err *err) {
    cq_berth *berth = find_equal(fleet, profile);
    if (!berth) berth = open_berth(fleet, profile, troubles, err);
    if (!berth) return NULL;
    if (berth->profile != profile) cq_profile_check_names(berth->host, profile, troubles);
    berth->profile = profile;
    berth->used = ++fleet->uses;
    return berth->host;
}

void cq_fleet_drop_rule(cq_fleet *fleet, cq_str id) {
    *CQ_ARRAY_PUSH(&fleet->arena, &fleet->dropped) = cq_str_dup(&fleet->arena, id);
    for (uint32_t i = 0; i < fleet->count; i++)
        cq_host_set_level(fleet->berths[i].host, id, CQ_LEVEL_OFF);
}
