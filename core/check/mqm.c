#include "check/mqm.h"

#include <stdlib.h>

#define MOST_POINTS 1000.0

void cq_mqm_init(cq_mqm *mqm) {
    *mqm = (cq_mqm){.pass = 95};
    mqm->points[CQ_LEVEL_ERROR] = 5;
    mqm->points[CQ_LEVEL_WARNING] = 1;
}

/* Digits and one point, whatever the locale: strtod would also take "1e9", "inf" and "0x1". */
static bool read_number(double *out, cq_str text) {
    double value = 0, place = 1;
    bool has_point = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' && !has_point && i > 0 && i + 1 < text.len) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9') return false;
        if (has_point) place /= 10;
        value = has_point ? value + place * (c - '0') : value * 10 + (c - '0');
    }
    *out = value;
    return text.len > 0 && text.len < 16;
}

static void set_weight(cq_mqm *mqm, cq_arena *arena, cq_str name, double value) {
    cq_level level;
    if (cq_level_of_name(&level, name)) {
        mqm->points[level] = value;
        return;
    }
    for (uint32_t i = 0; i < mqm->weights.len; i++)
        if (cq_str_is_equal(mqm->weights.at[i].type, name)) {
            mqm->weights.at[i].factor = value;
            return;
        }
    *CQ_ARRAY_PUSH(arena, &mqm->weights) = (cq_mqm_weight){cq_str_dup(arena, name), value};
}

static bool read_weight(cq_mqm *mqm, cq_arena *arena, cq_str entry, cq_err *err) {
    size_t equals = cq_str_find(entry, CQ_STR("="));
    double value = 0;
    if (equals == SIZE_MAX || equals == 0)
        return cq_fail(err, CQ_EINVAL, "'%.*s' is not NAME=NUMBER", CQ_FMT(entry));
    if (!read_number(&value, cq_str_slice(entry, equals + 1, entry.len)) || value > MOST_POINTS)
        return cq_fail(err, CQ_EINVAL, "'%.*s': the number is not one from 0 to 1000",
                       CQ_FMT(entry));
    cq_str name = cq_str_slice(entry, 0, equals);
    if (cq_str_is_equal(name, CQ_STR("off")))
        return cq_fail(err, CQ_EINVAL, "'off' is no level that is found");
    set_weight(mqm, arena, name, value);
    return true;
}

bool cq_mqm_read_weights(cq_mqm *mqm, cq_arena *arena, cq_str list, cq_err *err) {
    for (size_t start = 0; start <= list.len;) {
        size_t comma = cq_str_find(cq_str_slice(list, start, list.len), CQ_STR(","));
        size_t end = comma == SIZE_MAX ? list.len : start + comma;
        if (!read_weight(mqm, arena, cq_str_trim(cq_str_slice(list, start, end)), err))
            return false;
        start = end + 1;
    }
    return true;
}

bool cq_mqm_read_pass(cq_mqm *mqm, cq_str number, cq_err *err) {
    double value;
    if (!read_number(&value, number) || value > 100)
        return cq_fail(err, CQ_EINVAL, "'%.*s' is not a number from 0 to 100", CQ_FMT(number));
    mqm->pass = value;
    return true;
}

static double weight_of(const cq_mqm *mqm, cq_str type) {
    for (uint32_t i = 0; i < mqm->weights.len; i++)
        if (cq_str_is_equal(mqm->weights.at[i].type, type)) return mqm->weights.at[i].factor;
    return 1;
}

double cq_mqm_penalty(const cq_mqm *mqm, const cq_findings *findings) {
    double penalty = 0;
    for (uint32_t i = 0; i < findings->list.len; i++) {
        const cq_finding *finding = &findings->list.at[i];
        penalty += mqm->points[finding->level] * weight_of(mqm, finding->rule->mqm);
    }
    return penalty;
}

double cq_mqm_score(double penalty, uint64_t words) {
    if (!words) return 100;
    double score = 100 - penalty * 100 / (double)words;
    return score > 0 ? score : 0;
}
