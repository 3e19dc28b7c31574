require 'sinatra'

# want: http -> GET /hello method=GET path=/hello rule=ruby.sinatra.route
# want: total 1
get '/hello' do
  cache.get('/text')
  client.get '/elsewhere' do
    1
  end
end
