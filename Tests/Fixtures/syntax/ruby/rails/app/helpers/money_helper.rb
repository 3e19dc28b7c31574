module MoneyHelper
  def money_tag(value); end
end
