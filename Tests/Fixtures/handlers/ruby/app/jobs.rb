module Jobs
  class Nightly
    def self.perform(event:, context:)
      1
    end
  end
end
