# `round` to more places than any integer has.
print(round(123, -10**20), round(5, -(2**63)))
