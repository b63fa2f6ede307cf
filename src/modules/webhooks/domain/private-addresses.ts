import { BlockList, isIPv6 } from 'node:net';

/** IPv4 networks that are not the internet (RFC 6890), as address and prefix length. */
const PRIVATE_IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** The same for IPv6, with the addresses that hold an IPv4 address inside. */
const PRIVATE_IPV6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
PRIVATE_IPV4.forEach(([address, prefix]) => {
  blocked.addSubnet(address, prefix, 'ipv4');
});
PRIVATE_IPV6.forEach(([address, prefix]) => {
  blocked.addSubnet(address, prefix, 'ipv6');
});

/**
 * Whether an address lies inside the network of whoever runs the server, or is nobody's. A webhook must
 * not reach there: it would let a company's administrator talk to what only we can reach.
 */
export function isPrivateAddress(address: string): boolean {
  // BlockList compares an IPv4 address in IPv6 notation (::ffff:127.0.0.1) with the IPv4 networks too.
  return blocked.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
