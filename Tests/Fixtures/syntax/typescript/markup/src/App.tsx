import React, { memo } from 'react';
import { Card, Frame } from './parts';
import * as parts from './parts';

export const App = ({ title }: Props) => ( // want: type App -> Props
  <Frame.Side title={title}>
    <div onClick={() => save(title)}>
      <Card />
      <parts.Card>text</parts.Card>
      <Fast />
    </div>
  </Frame.Side>
);
// want: call App -> Fast
// want: call App -> save
// want: call App -> Card @src/parts.jsx
// want: call App -> Frame.Side
const Fast = memo(() => <Card />); // want: call Fast -> Card
interface Props { title: string }
function save(title: string) {}
const generic = <T,>(value: T) => value;
// want: !call App -> div
