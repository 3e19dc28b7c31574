'use strict';

export function remove() { return document.title; }
