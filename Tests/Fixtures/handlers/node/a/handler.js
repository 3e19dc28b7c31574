module.exports.main = async (event) => event;
