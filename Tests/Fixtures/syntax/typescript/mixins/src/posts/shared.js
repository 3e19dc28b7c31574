// Applied to two modules: whose member it calls is not known.
module.exports = (Host) => {
  Host.name2 = () => Host.exists();
};
