"""Signs the requests of SignerEdgeTests with the vendor's own signer and prints what the tests expect.

usage: python3 -m venv V && V/bin/pip install huaweicloudsdkcore && V/bin/python sign.py

Recorded with huaweicloudsdkcore 3.1.219.
"""

import hashlib
import types

from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer

KEY = types.SimpleNamespace(ak="AKEXAMPLE00000000001", sk="SKexample0000000000000000000000000000000001")
ACCOUNT = {"X-Domain-Id": "d78cbac186b744899480f25bd022f468"}
JSON = {"Content-Type": "application/json;charset=utf8"}
HOST = "iam.ap-southeast-1.myhuaweicloud.com"

ROWS = [
    ("names and values are sorted before they are encoded", "GET", "/v3/users", HOST,
     [("aé", "1"), ("a~", "2"), ("b", ""), ("a", "9"), ("B", "3"), ("a", "10"), ("a", "")], ACCOUNT, None),
    ("the order is that of code points", "GET", "/v3/users", HOST,
     [("\U0001F600", "1"), ("\uFF5E", "2"), ("\u00E9", "3"), ("e\u0301", "4")], ACCOUNT, None),
    ("all but unreserved characters are encoded", "GET", "/v3/users", HOST,
     [("a b", "c+d/e=f&g?h#i"), ("k", "~-_.!*'()%41\u65E5")], ACCOUNT, None),
    ("a path is decoded and encoded again", "GET", "/v3/%7Ea%20b/%C3%A9:c@d", HOST, [], ACCOUNT, None),
    ("the root has one slash", "GET", "/", HOST, [], ACCOUNT, None),
    ("a port is part of the host", "GET", "/v3/users", "localhost:8443", [], ACCOUNT, None),
    ("no body is an empty body", "PUT", "/v3/groups/g/users/u", HOST, [], ACCOUNT, None),
    ("a body of text beyond ASCII", "PATCH", "/v3/groups/g", HOST, [], {**ACCOUNT, **JSON},
     '{"group":{"description":"naïve 日本"}}'),
    ("a body that is no JSON is not signed", "POST", "/v3/x", HOST, [],
     {**ACCOUNT, "Content-Type": "text/plain"}, "hello"),
    ("values are trimmed at their ends only", "GET", "/v3/users", HOST, [],
     {**ACCOUNT, "X-Note": "  a   b\t"}, None),
    ("a header with an underscore is not signed", "GET", "/v3/users", HOST, [],
     {**ACCOUNT, "X_Note": "a", "Accept": "*/*"}, None),
    ("a project in place of an account", "DELETE", "/v3/users/u", HOST, [], {"X-Project-Id": "p"}, None),
]

for name, method, path, host, query, headers, body in ROWS:
    signer = Signer(KEY)
    request = SdkRequest(method=method, schema="https", host=host, resource_path=path, query_params=query,
                         header_params={**headers, "X-Sdk-Date": "20250102T030405Z", "Host": host}, body=body)
    signer.sign(request)
    unsigned = {k: v for k, v in request.header_params.items() if k != "Authorization"}
    again = SdkRequest(method=method, resource_path=path, query_params=query, header_params=unsigned, body=request.body)
    canonical = signer._process_canonical_request(again, signer._process_signed_headers(again))
    print(name)
    print(" ", hashlib.sha256(canonical.encode()).hexdigest())
    print(" ", request.header_params["Authorization"].split("SignedHeaders=")[1])
    print(" ", request.uri)
