class Settings
  class_name_attribute :packer_class, default: "Packing"
  preference :mailing_currency, :string
end

class SettingsReader
  def packer
    Settings.new.packer_class.new.chain(nil) # want: call SettingsReader.packer -> Packing.chain
    Settings.new.mailing_currency # want: call SettingsReader.packer -> Settings.mailing_currency
    Settings.new.preferred_mailing_currency
  end
end
