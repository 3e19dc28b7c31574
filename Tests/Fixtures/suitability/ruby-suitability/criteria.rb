require "redis" # want: B25 -> file

class Criteria
  # want: B6 -> save
  def save(text)
    File.write("/srv/x", text)
  end

  # want: B17 -> ask
  def ask
    HTTParty.get("http://stock")
  end

  # want: F8 -> once
  def once
    Order.find_or_create_by(id: 1)
  end

  # want: B25 -> forget
  def forget(model)
    model.destroy
  end

  # want: !B6 -> plain
  # want: !B17 -> plain
  def plain(params)
    params.get("File.write") + File.read("/srv/x")
  end
end
