#include "db/sql.h"

#include <cctype>

#include "common/strings.h"

namespace shop::db {

namespace {

struct Token {
    enum class Kind { word, number, text, symbol, end };

    Kind kind = Kind::end;
    std::string text;
};

std::vector<Token> tokenize(const std::string& sql) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    while (at < sql.size()) {
        char c = sql[at];
        std::size_t start = at;
        if (std::isspace(static_cast<unsigned char>(c))) {
            ++at;
        } else if (std::isdigit(static_cast<unsigned char>(c))) {
            while (at < sql.size() && std::isdigit(static_cast<unsigned char>(sql[at]))) ++at;
            tokens.push_back({Token::Kind::number, sql.substr(start, at - start)});
        } else if (is_word(c)) {
            while (at < sql.size() && is_word(sql[at])) ++at;
            tokens.push_back({Token::Kind::word, sql.substr(start, at - start)});
        } else if (c == '\'') {
            std::size_t end = sql.find('\'', at + 1);
            if (end == std::string::npos) throw SqlError("string without end in: " + sql);
            tokens.push_back({Token::Kind::text, sql.substr(at + 1, end - at - 1)});
            at = end + 1;
        } else {
            bool two = at + 1 < sql.size() && ((c == '<' && (sql[at + 1] == '=' || sql[at + 1] == '>')) ||
                                               (c == '>' && sql[at + 1] == '='));
            tokens.push_back({Token::Kind::symbol, sql.substr(at, two ? 2 : 1)});
            at += two ? 2 : 1;
        }
    }
    tokens.push_back({});
    return tokens;
}

class Parser {
public:
    explicit Parser(const std::string& sql) : sql_(sql), tokens_(tokenize(sql)) {}

    Query statement() {
        Query query;
        if (accept("SELECT")) {
            select(query);
        } else if (accept("INSERT")) {
            insert(query);
        } else if (accept("UPDATE")) {
            update(query);
        } else if (accept("DELETE")) {
            remove(query);
        } else {
            fail("statement expected");
        }
        accept(";");
        if (peek().kind != Token::Kind::end) fail("unexpected '" + peek().text + "'");
        return query;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw SqlError(what + " in: " + sql_);
    }

    const Token& peek() const { return tokens_[at_]; }

    bool is(const char* text) const {
        const Token& token = peek();
        return (token.kind == Token::Kind::word || token.kind == Token::Kind::symbol) &&
               strings::lower(token.text) == strings::lower(text);
    }

    bool accept(const char* text) {
        if (!is(text)) return false;
        ++at_;
        return true;
    }

    void expect(const char* text) {
        if (!accept(text)) fail(std::string("'") + text + "' expected");
    }

    std::string name() {
        if (peek().kind != Token::Kind::word) fail("name expected");
        return tokens_[at_++].text;
    }

    void select(Query& query) {
        query.verb = Query::Verb::select;
        do query.items.push_back(select_item());
        while (accept(","));
        expect("FROM");
        query.tables.push_back(table_ref());
        while (accept("JOIN") || (is("INNER") && accept("INNER") && accept("JOIN"))) {
            query.tables.push_back(table_ref());
            expect("ON");
            query.tables.back().on = conditions();
        }
        if (accept("WHERE")) query.where = conditions();
        if (accept("GROUP")) {
            expect("BY");
            do query.group_by.push_back(operand());
            while (accept(","));
        }
        if (accept("ORDER")) {
            expect("BY");
            do query.order_by.push_back(order_item());
            while (accept(","));
        }
        if (accept("LIMIT")) query.limit = static_cast<long>(operand().literal.integer());
    }

    SelectItem select_item() {
        using Function = SelectItem::Function;
        SelectItem item;
        static const struct {
            const char* name;
            Function function;
        } functions[] = {{"COUNT", Function::count},
                         {"SUM", Function::sum},
                         {"MIN", Function::minimum},
                         {"MAX", Function::maximum}};
        for (const auto& entry : functions) {
            if (!is(entry.name) || tokens_[at_ + 1].text != "(") continue;
            at_ += 2;
            item.function = entry.function;
            item.name = strings::lower(entry.name);
            if (!accept("*")) item.operand = operand();
            expect(")");
            if (accept("AS")) item.name = name();
            return item;
        }
        item.operand = operand();
        item.name = accept("AS") ? name() : item.operand.column;
        return item;
    }

    TableRef table_ref() {
        TableRef ref;
        ref.table = name();
        ref.alias = ref.table;
        static const char* const keywords[] = {"JOIN", "INNER", "ON", "WHERE", "GROUP", "ORDER", "LIMIT", "SET"};
        for (const char* keyword : keywords) {
            if (is(keyword)) return ref;
        }
        if (peek().kind == Token::Kind::word) ref.alias = name();
        return ref;
    }

    OrderItem order_item() {
        OrderItem item;
        item.operand = operand();
        if (accept("DESC")) item.descending = true;
        else accept("ASC");
        return item;
    }

    std::vector<Condition> conditions() {
        std::vector<Condition> result;
        do result.push_back(condition());
        while (accept("AND"));
        return result;
    }

    Condition condition() {
        using Op = Condition::Op;
        Condition result;
        result.left = operand();
        if (accept("IS")) {
            result.op = accept("NOT") ? Op::not_null : Op::null;
            expect("NULL");
            return result;
        }
        if (accept("IN")) {
            result.op = Op::in;
            expect("(");
            do result.right.push_back(operand());
            while (accept(","));
            expect(")");
            return result;
        }
        static const struct {
            const char* text;
            Op op;
        } operators[] = {{"=", Op::equal},       {"<>", Op::unequal},    {"<", Op::less},
                         {"<=", Op::less_equal}, {">", Op::greater},     {">=", Op::greater_equal},
                         {"LIKE", Op::like}};
        for (const auto& entry : operators) {
            if (!accept(entry.text)) continue;
            result.op = entry.op;
            result.right.push_back(operand());
            return result;
        }
        fail("comparison expected");
    }

    Operand operand() {
        Operand result;
        const Token& token = peek();
        if (accept("?")) {
            result.kind = Operand::Kind::parameter;
            result.parameter = parameters_++;
        } else if (accept("NULL")) {
            result.literal = Value();
        } else if (token.kind == Token::Kind::number) {
            result.literal = Value(strings::to_int_or(token.text, 0));
            ++at_;
        } else if (token.kind == Token::Kind::text) {
            result.literal = Value(token.text);
            ++at_;
        } else {
            result.kind = Operand::Kind::column;
            result.column = name();
            if (accept(".")) {
                result.qualifier = result.column;
                result.column = name();
            }
        }
        return result;
    }

    void insert(Query& query) {
        query.verb = Query::Verb::insert;
        expect("INTO");
        query.tables.push_back(table_ref_plain());
        expect("(");
        do query.columns.push_back(name());
        while (accept(","));
        expect(")");
        expect("VALUES");
        expect("(");
        do query.values.push_back(operand());
        while (accept(","));
        expect(")");
        if (query.values.size() != query.columns.size()) fail("columns and values differ in number");
    }

    void update(Query& query) {
        query.verb = Query::Verb::update;
        query.tables.push_back(table_ref_plain());
        expect("SET");
        do {
            Assignment assignment;
            assignment.column = name();
            expect("=");
            assignment.value = operand();
            if (is("+") || is("-")) {
                assignment.op = tokens_[at_++].text[0];
                assignment.operand = operand();
            }
            query.assignments.push_back(assignment);
        } while (accept(","));
        if (accept("WHERE")) query.where = conditions();
    }

    void remove(Query& query) {
        query.verb = Query::Verb::remove;
        expect("FROM");
        query.tables.push_back(table_ref_plain());
        if (accept("WHERE")) query.where = conditions();
    }

    TableRef table_ref_plain() {
        TableRef ref;
        ref.table = ref.alias = name();
        return ref;
    }

    std::string sql_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int parameters_ = 0;
};

}  // namespace

Query parse_sql(const std::string& sql) { return Parser(sql).statement(); }

}  // namespace shop::db
