|   < LBRACE: "{" >
|   < RBRACE: "}" >
