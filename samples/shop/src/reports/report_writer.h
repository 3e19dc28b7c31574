#pragma once

#include <memory>
#include <string>
#include <vector>

namespace shop::reports {

using Cells = std::vector<std::string>;

// Collects sections of rows; text() returns what has been written so far.
class ReportWriter {
public:
    virtual ~ReportWriter() = default;
    virtual void section(const std::string& title) = 0;
    virtual void row(const Cells& cells) = 0;

    const std::string& text() const { return text_; }
    int lines() const { return lines_; }

protected:
    std::string text_;
    int lines_ = 0;
};

// "text", "csv" or "html"; null for anything else.
std::unique_ptr<ReportWriter> make_writer(const std::string& format);

}  // namespace shop::reports
