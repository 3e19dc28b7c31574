// want: declare type shop.Marker definition
package shop; class Marker {}
