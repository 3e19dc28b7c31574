exports.answer = async (event) => {
  return { statusCode: 200, body: event.path }
}
