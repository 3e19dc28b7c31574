<?php

namespace Shop\Model;

class Customer
{
}
