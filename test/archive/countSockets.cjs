// Loaded before a program: writes a line to the file named in SOCKETS for each connection that it or a thread of it opens.
const { appendFileSync } = require('node:fs');
const { Socket } = require('node:net');

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  appendFileSync(process.env.SOCKETS, 'connected\n');
  return connect.apply(this, args);
};
