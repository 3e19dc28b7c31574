require "functions_framework"

# want: http -> http hello rule=ruby.gcp.http
# want: total 1
FunctionsFramework.http("hello") do |request|
  "FunctionsFramework.http('text')"
end

Other.http("x") { |request| 1 }
