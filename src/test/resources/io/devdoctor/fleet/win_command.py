#!/usr/bin/python
"""Stands in for ansible.windows.win_command on a machine without Windows: the same arguments, the same results."""
import subprocess

from ansible.module_utils.basic import AnsibleModule


def main():
    module = AnsibleModule(
        argument_spec=dict(
            argv=dict(type="list", elements="str", required=True),
            output_encoding_override=dict(type="str"),
        ),
        supports_check_mode=False,
    )
    done = subprocess.run(module.params["argv"], capture_output=True, check=False)
    out = done.stdout.decode(module.params["output_encoding_override"] or "ascii")
    module.exit_json(
        changed=True,
        rc=done.returncode,
        stdout=out,
        stdout_lines=out.splitlines(),
        stderr=done.stderr.decode("utf-8", "replace"),
    )


if __name__ == "__main__":
    main()
