"""A tuned model and its base for other programs of this machine, over OpenAI's protocol.

`front` is the door on loopback, `guard` says who may come in, `routes` what is there, `wishes` reads what is asked and
`forms` writes how it is answered; `orders` hands each request to the model, which works on another thread.
"""
