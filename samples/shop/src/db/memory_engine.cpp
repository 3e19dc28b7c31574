#include "db/memory_engine.h"

#include <algorithm>

#include "common/strings.h"
#include "db/tables.h"

namespace shop::db {

namespace {

// LIKE with '%' only; '_' stands for itself, nobody uses it here.
bool like(const std::string& text, const std::string& pattern) {
    std::size_t at = 0;
    std::vector<std::string> parts = strings::split(pattern, '%');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i == 0) {
            if (!strings::starts_with(text, parts[0])) return false;
            at = parts[0].size();
        } else if (i + 1 == parts.size()) {
            return text.size() >= at + parts[i].size() && strings::ends_with(text, parts[i]);
        } else {
            std::size_t found = text.find(parts[i], at);
            if (found == std::string::npos) return false;
            at = found + parts[i].size();
        }
    }
    return at == text.size();
}

}  // namespace

MemoryEngine::MemoryEngine() {
    for (int i = 0; i < kTableCount; ++i) {
        Table& table = tables_[kTables[i].name];
        table.columns.assign(kTables[i].columns.begin(), kTables[i].columns.end());
    }
}

int MemoryEngine::Table::column(const std::string& name) const {
    auto found = std::find(columns.begin(), columns.end(), name);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::shared_ptr<const Prepared> MemoryEngine::prepare(const std::string& sql) {
    return std::make_shared<Query>(parse_sql(sql));
}

Outcome MemoryEngine::run(const Prepared& prepared, const Values& parameters) {
    const Query& query = static_cast<const Query&>(prepared);
    std::lock_guard<std::recursive_mutex> guard(mutex_);
    switch (query.verb) {
        case Query::Verb::insert: return insert(query, parameters);
        case Query::Verb::update: return update(query, parameters);
        case Query::Verb::remove: return remove(query, parameters);
        case Query::Verb::select: break;
    }
    return select(query, parameters);
}

void MemoryEngine::begin() {
    mutex_.lock();
    saved_.push_back(tables_);
}

void MemoryEngine::commit() {
    saved_.pop_back();
    mutex_.unlock();
}

void MemoryEngine::rollback() {
    tables_ = std::move(saved_.back());
    saved_.pop_back();
    mutex_.unlock();
}

MemoryEngine::Table& MemoryEngine::table(const std::string& name) {
    auto found = tables_.find(name);
    if (found == tables_.end()) throw SqlError("no table '" + name + "'");
    return found->second;
}

const Value& MemoryEngine::evaluate(const Operand& operand, const Scope& scope,
                                    const Values& parameters) {
    if (operand.kind == Operand::Kind::literal) return operand.literal;
    if (operand.kind == Operand::Kind::parameter) {
        std::size_t index = static_cast<std::size_t>(operand.parameter);
        if (index >= parameters.size()) throw SqlError("too few parameters");
        return parameters[index];
    }
    for (std::size_t i = 0; i < scope.rows.size(); ++i) {
        if (!operand.qualifier.empty() && operand.qualifier != scope.refs[i]->alias) continue;
        int column = scope.tables[i]->column(operand.column);
        if (column >= 0) return (*scope.rows[i])[static_cast<std::size_t>(column)];
    }
    throw SqlError("no column '" + operand.column + "'");
}

bool MemoryEngine::holds(const Condition& condition, const Scope& scope, const Values& parameters) {
    using Op = Condition::Op;
    const Value& left = evaluate(condition.left, scope, parameters);
    if (condition.op == Op::null) return left.is_null();
    if (condition.op == Op::not_null) return !left.is_null();
    if (condition.op == Op::in) {
        return std::any_of(condition.right.begin(), condition.right.end(), [&](const Operand& item) {
            return left.compare(evaluate(item, scope, parameters)) == 0;
        });
    }
    const Value& right = evaluate(condition.right.front(), scope, parameters);
    if (left.is_null() || right.is_null()) return false;
    if (condition.op == Op::like) return like(left.text(), right.text());
    int order = left.compare(right);
    switch (condition.op) {
        case Op::equal: return order == 0;
        case Op::unequal: return order != 0;
        case Op::less: return order < 0;
        case Op::less_equal: return order <= 0;
        case Op::greater: return order > 0;
        case Op::greater_equal: return order >= 0;
        default: return false;
    }
}

bool MemoryEngine::all_hold(const std::vector<Condition>& conditions, const Scope& scope,
                            const Values& parameters) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return holds(condition, scope, parameters);
    });
}

void MemoryEngine::join(const Query& query, const Values& parameters, Scope& scope,
                        std::vector<Match>& matches) {
    std::size_t depth = scope.rows.size();
    if (depth == query.tables.size()) {
        if (all_hold(query.where, scope, parameters)) matches.push_back(scope.rows);
        return;
    }
    const TableRef& ref = query.tables[depth];
    const Table& source = table(ref.table);
    scope.refs.push_back(&ref);
    scope.tables.push_back(&source);
    for (const Values& row : source.rows) {
        scope.rows.push_back(&row);
        if (all_hold(ref.on, scope, parameters)) join(query, parameters, scope, matches);
        scope.rows.pop_back();
    }
    scope.refs.pop_back();
    scope.tables.pop_back();
}

Values MemoryEngine::project(const Query& query, const std::vector<Match>& group, Scope& scope,
                             const Values& parameters) {
    using Function = SelectItem::Function;
    Values result;
    for (const SelectItem& item : query.items) {
        if (item.function == Function::count) {
            result.emplace_back(group.size());
            continue;
        }
        Value value = item.function == Function::sum ? Value(0) : Value();
        for (const Match& match : group) {
            scope.rows = match;
            const Value& cell = evaluate(item.operand, scope, parameters);
            if (item.function == Function::sum) {
                value = Value(value.integer() + cell.integer());
            } else if (value.is_null() || item.function == Function::none ||
                       (item.function == Function::minimum ? cell.compare(value) < 0
                                                           : cell.compare(value) > 0)) {
                value = cell;
            }
            if (item.function == Function::none) break;
        }
        result.push_back(value);
    }
    return result;
}

Outcome MemoryEngine::select(const Query& query, const Values& parameters) {
    Scope scope;
    std::vector<Match> matches;
    join(query, parameters, scope, matches);
    for (const TableRef& ref : query.tables) {
        scope.refs.push_back(&ref);
        scope.tables.push_back(&table(ref.table));
    }
    bool aggregated = std::any_of(query.items.begin(), query.items.end(), [](const SelectItem& item) {
        return item.function != SelectItem::Function::none;
    });

    std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
        if (aggregated) return false;
        for (const OrderItem& item : query.order_by) {
            scope.rows = a;
            Value left = evaluate(item.operand, scope, parameters);
            scope.rows = b;
            int order = left.compare(evaluate(item.operand, scope, parameters));
            if (order != 0) return item.descending ? order > 0 : order < 0;
        }
        return false;
    });

    struct LessValues {
        bool operator()(const Values& a, const Values& b) const {
            return std::lexicographical_compare(
                a.begin(), a.end(), b.begin(), b.end(),
                [](const Value& x, const Value& y) { return x.compare(y) < 0; });
        }
    };

    Outcome outcome;
    for (const SelectItem& item : query.items) outcome.columns.push_back(item.name);
    if (!query.group_by.empty()) {
        std::map<Values, std::vector<Match>, LessValues> groups;
        for (const Match& match : matches) {
            scope.rows = match;
            Values key;
            for (const Operand& operand : query.group_by) key.push_back(evaluate(operand, scope, parameters));
            groups[key].push_back(match);
        }
        for (const auto& group : groups) {
            outcome.rows.push_back(project(query, group.second, scope, parameters));
        }
    } else if (aggregated) {
        outcome.rows.push_back(project(query, matches, scope, parameters));
    } else {
        for (const Match& match : matches) {
            outcome.rows.push_back(project(query, {match}, scope, parameters));
        }
    }
    if (aggregated && !query.order_by.empty()) {
        // ORDER BY of a grouped query names a result column.
        const OrderItem& item = query.order_by.front();
        auto named = std::find(outcome.columns.begin(), outcome.columns.end(), item.operand.column);
        if (named == outcome.columns.end()) throw SqlError("ORDER BY needs a result column");
        std::size_t at = static_cast<std::size_t>(named - outcome.columns.begin());
        std::stable_sort(outcome.rows.begin(), outcome.rows.end(), [&](const Values& a, const Values& b) {
            int order = a[at].compare(b[at]);
            return item.descending ? order > 0 : order < 0;
        });
    }
    if (query.limit >= 0 && outcome.rows.size() > static_cast<std::size_t>(query.limit)) {
        outcome.rows.resize(static_cast<std::size_t>(query.limit));
    }
    return outcome;
}

Outcome MemoryEngine::insert(const Query& query, const Values& parameters) {
    Table& target = table(query.tables.front().table);
    Values row(target.columns.size());
    Scope scope;
    for (std::size_t i = 0; i < query.columns.size(); ++i) {
        int column = target.column(query.columns[i]);
        if (column < 0) throw SqlError("no column '" + query.columns[i] + "'");
        row[static_cast<std::size_t>(column)] = evaluate(query.values[i], scope, parameters);
    }
    Outcome outcome;
    if (int id = target.column("id"); id >= 0) {
        Value& cell = row[static_cast<std::size_t>(id)];
        if (cell.is_null()) cell = Value(target.next_id);
        target.next_id = std::max(target.next_id, cell.integer() + 1);
        outcome.last_id = cell.integer();
    }
    target.rows.push_back(std::move(row));
    outcome.changed = 1;
    return outcome;
}

Outcome MemoryEngine::update(const Query& query, const Values& parameters) {
    Table& target = table(query.tables.front().table);
    Outcome outcome;
    for (Values& row : target.rows) {
        Scope scope{{&query.tables.front()}, {&target}, {&row}};
        if (!all_hold(query.where, scope, parameters)) continue;
        Values changed = row;
        for (const Assignment& assignment : query.assignments) {
            int column = target.column(assignment.column);
            if (column < 0) throw SqlError("no column '" + assignment.column + "'");
            Value value = evaluate(assignment.value, scope, parameters);
            if (assignment.op != 0) {
                std::int64_t right = evaluate(assignment.operand, scope, parameters).integer();
                value = Value(value.integer() + (assignment.op == '+' ? right : -right));
            }
            changed[static_cast<std::size_t>(column)] = value;
        }
        row = std::move(changed);
        ++outcome.changed;
    }
    return outcome;
}

Outcome MemoryEngine::remove(const Query& query, const Values& parameters) {
    Table& target = table(query.tables.front().table);
    std::size_t before = target.rows.size();
    auto matches = [&](const Values& row) {
        Scope scope{{&query.tables.front()}, {&target}, {&row}};
        return all_hold(query.where, scope, parameters);
    };
    target.rows.erase(std::remove_if(target.rows.begin(), target.rows.end(), matches), target.rows.end());
    Outcome outcome;
    outcome.changed = static_cast<std::int64_t>(before - target.rows.size());
    return outcome;
}

}  // namespace shop::db
