import React, { memo } from 'react';
import { Card, Frame } from './parts';
import * as parts from './parts';

export const App = ({ title }: Props) => ( // want: type App -> Props
  <Frame.Side title={title}>
    <div onClick={() => save(title)}> {/* want: call App -> save */}
      <Card /> {/* want: call App -> Card */}
      <parts.Card>text</parts.Card> {/* want: call App -> Card */}
      <Fast />
    </div>
  </Frame.Side>
);
// want: call App -> Fast
const Fast = memo(() => <Card />); // want: call Fast -> Card
interface Props { title: string }
function save(title: string) {}
const generic = <T,>(value: T) => value;
// want: !call App -> div
