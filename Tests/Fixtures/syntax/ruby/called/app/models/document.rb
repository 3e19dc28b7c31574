# Two classes of one name: neither module is around a place elsewhere.
module Paper
  class Document
    def fold = 1
    def print_out = 1
  end
end

module Screen
  class Document
    def scroll = 1
    def print_out = 1
  end
end
