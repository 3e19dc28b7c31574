class Whole { // want: declare type Whole definition
  open() {}
}
module.exports = Whole;
module.exports.close = () => {};
module.exports.open = () => {};
