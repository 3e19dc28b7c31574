<?php

use Predis\Client; // want: B25 -> file

class Criteria {
  // want: B2 -> login
  function login() { session_start(); }

  // want: B6 -> save
  function save($text) { file_put_contents("/srv/x", $text); }

  // want: B2 -> remember
  function remember($request) { return $request->session()->get("x"); }

  // want: B20 -> page
  function page() { return view("page"); }

  // want: B20 -> screen
  function screen() { return Inertia::render("Screen"); }

  // want: !B20 -> data
  function data($list) { return $list->view("x"); }

  // want: B25 -> store
  function store($order) { $this->entityManager->persist($order); }

  // want: !B2 -> plain
  // want: !B6 -> plain
  function plain() { return file_get_contents("/srv/x") . "session_start()"; }
}
