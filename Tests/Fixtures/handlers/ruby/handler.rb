def run(event:, context:)
  event
end
