"""How ACK names the fields of an API: lower camel case, with acronyms in capitals."""
import re
from functools import cache, partial

# In the order in which they are tried; the last part of a pattern keeps longer words apart (Id, but not Identity).
_ACRONYMS = [
    (r'Ids(?![a-z])', 'IDs'), (r'Id(?![a-z])', 'ID'), (r'I[pP]v4', 'IPv4'), (r'I[pP]v6', 'IPv6'),
    (r'Ip(?![a-z])', 'IP'), (r'Ips(?![a-z])', 'IPs'), (r'Ipam', 'IPAM'), (r'Ami(?![a-z])', 'AMI'), (r'Acl', 'ACL'),
    (r'Api(?![a-z])', 'API'), (r'Arns?(?![a-z])', 'ARN'), (r'Aws', 'AWS'), (r'Az(?![a-z])', 'AZ'), (r'Cidr', 'CIDR'),
    (r'Dhcp', 'DHCP'), (r'Dns', 'DNS'), (r'Ec2', 'EC2'), (r'Iam', 'IAM'), (r'Json', 'JSON'), (r'Kms', 'KMS'),
    (r'Nat(?![a-z])', 'NAT'), (r'Oidc', 'OIDC'), (r'Ssh', 'SSH'), (r'Ttl', 'TTL'), (r'Uri(?![a-z])', 'URI'),
    (r'Url', 'URL'), (r'Vpce', 'VPCE'), (r'Vpc(?!e(?![a-z]))', 'VPC'), (r'Vgw', 'VGW'), (r'Xml', 'XML'),
]
_PLURAL = {'ARN': 'ARNs'}


_MARK = '\0'


def _marked(upper: str, found: re.Match[str]) -> str:
    return _MARK + (_PLURAL.get(upper, upper) if found[0].endswith('s') else upper) + _MARK


@cache
def ack_name(member: str) -> str:
    """`VpcId` and `vpcId` are `vpcID`, `serviceIpv4Cidr` is `serviceIPv4CIDR`."""
    name = member[:1].upper() + member[1:]
    for pattern, upper in _ACRONYMS:
        name = re.sub(pattern, partial(_marked, upper), name)
    if name.startswith(_MARK):
        first, rest = name[1:].split(_MARK, 1)
    else:
        capitals = re.match(r'[A-Z]+(?=[A-Z][a-z]|\0|$)|[A-Z]', name)
        first, rest = (capitals[0], name[capitals.end():]) if capitals else ('', name)
    return first.lower() + rest.replace(_MARK, '')
