#include "reports/report_writer.h"

#include "common/csv.h"
#include "common/strings.h"

namespace shop::reports {

namespace {

class TextWriter : public ReportWriter {
public:
    void section(const std::string& title) override {
        text_ += (text_.empty() ? "" : "\n") + title + "\n" + std::string(title.size(), '-') + "\n";
    }
    void row(const Cells& cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text_ += i == 0 ? strings::pad_right(cells[i], 36) : strings::pad_left(cells[i], 16);
        }
        text_ += "\n";
        ++lines_;
    }
};

class CsvWriter : public ReportWriter {
public:
    void section(const std::string& title) override { title_ = title; }
    void row(const Cells& cells) override {
        text_ += csv::cell(title_);
        for (const std::string& cell : cells) text_ += "," + csv::cell(cell);
        text_ += "\n";
        ++lines_;
    }

private:
    std::string title_;
};

class HtmlWriter : public ReportWriter {
public:
    void section(const std::string& title) override {
        text_ += "<h2>" + strings::html_escape(title) + "</h2>\n";
    }
    void row(const Cells& cells) override {
        text_ += "<p>";
        for (const std::string& cell : cells) text_ += strings::html_escape(cell) + " ";
        text_ += "</p>\n";
        ++lines_;
    }
};

}  // namespace

std::unique_ptr<ReportWriter> make_writer(const std::string& format) {
    if (format == "text") return std::make_unique<TextWriter>();
    if (format == "csv") return std::make_unique<CsvWriter>();
    if (format == "html") return std::make_unique<HtmlWriter>();
    return nullptr;
}

}  // namespace shop::reports
