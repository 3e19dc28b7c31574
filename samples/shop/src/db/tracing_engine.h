#pragma once

#include "common/clock.h"
#include "common/log.h"
#include "db/engine.h"

namespace shop::db {

// Wraps another engine and logs statements slower than a limit.
class TracingEngine : public Engine {
public:
    TracingEngine(std::shared_ptr<Engine> inner, int slow_ms)
        : inner_(std::move(inner)), slow_ms_(slow_ms) {}

    std::shared_ptr<const Prepared> prepare(const std::string& sql) override {
        auto wrapped = std::make_shared<Traced>();
        wrapped->sql = sql;
        wrapped->inner = inner_->prepare(sql);
        return wrapped;
    }

    Outcome run(const Prepared& prepared, const Values& parameters) override {
        const Traced& traced = static_cast<const Traced&>(prepared);
        std::int64_t start = clock::now_ms();
        Outcome outcome = inner_->run(*traced.inner, parameters);
        std::int64_t elapsed = clock::now_ms() - start;
        if (elapsed >= slow_ms_) {
            log::warning("slow statement, %ld ms: %s", static_cast<long>(elapsed), traced.sql.c_str());
        }
        return outcome;
    }

    void begin() override { inner_->begin(); }
    void commit() override { inner_->commit(); }
    void rollback() override { inner_->rollback(); }

private:
    struct Traced : Prepared {
        std::string sql;
        std::shared_ptr<const Prepared> inner;
    };

    std::shared_ptr<Engine> inner_;
    int slow_ms_;
};

}  // namespace shop::db
