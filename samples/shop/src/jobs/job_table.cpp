#include <cstring>

#include "jobs/jobs.h"
#include "search/search_service.h"

namespace shop::jobs {

namespace {

const struct {
    const char* name;
    Job job;
} kJobs[] = {
    {"order-timeout", cancel_unpaid_orders},
    {"session-cleanup", delete_expired_sessions},
    {"reindex", search::reindex},
};

}  // namespace

Job find_job(const char* name) {
    for (const auto& entry : kJobs) {
        if (std::strcmp(entry.name, name) == 0) return entry.job;
    }
    return nullptr;
}

}  // namespace shop::jobs
