import { describe, expect, it } from "vitest";
import { isAddressRefused } from "./address-rule";

const nothing = { loopback: false, privateRanges: false };
const everything = { loopback: true, privateRanges: true };

describe("an address that is called", () => {
  it.each([
    "169.254.169.254",
    "169.254.1.1",
    "fe80::1",
    "fd00:ec2::254",
    "100.100.100.200",
    "0.0.0.0",
    "::",
    "224.0.0.1",
    "ff02::1",
    "255.255.255.255",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:a9fe:a9fe::1",
    "not an address",
    "",
  ])("is never %s", (address) => {
    expect(isAddressRefused(address, everything)).toBe(true);
  });

  it.each(["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])("is %s only where loopback is allowed", (address) => {
    expect(isAddressRefused(address, { ...everything, loopback: false })).toBe(true);
    expect(isAddressRefused(address, { ...nothing, loopback: true })).toBe(false);
  });

  it.each(["10.0.0.7", "192.168.1.1", "172.31.0.1", "fd12::1", "100.64.0.1"])(
    "is %s only where private ranges are allowed",
    (address) => {
      expect(isAddressRefused(address, { ...everything, privateRanges: false })).toBe(true);
      expect(isAddressRefused(address, { ...nothing, privateRanges: true })).toBe(false);
    },
  );

  it.each(["8.8.8.8", "2606:4700::1111"])("may be %s", (address) => {
    expect(isAddressRefused(address, nothing)).toBe(false);
  });
});
