export class Card extends Component { // want: declare type Card definition
  render() { return <>{this.list()}</>; } // want: call Card.render -> Card.list
  list() { return this.props.items.map((item) => <Row key={item} />); } // want: call Card.list -> Row
}
export function Row() {} // want: declare function Row definition
export const Frame = { Side: () => <main /> };
