;;; driver.el --- Opens the samples in Emacs with eglot and prints what a person would see, as JSON  -*- lexical-binding: t -*-
;; From the environment: FOLDER with the articles, CONFIGURATION as the page has it, ENOUGH: a file that ends it, ARTICLE and
;; WORDS: where to ask who else says it.
(package-initialize)
(require 'json)
(load (getenv "CONFIGURATION") nil t)
(require 'flymake)
(setq eglot-sync-connect 60
      flymake-no-changes-timeout 0.1)
(add-hook 'project-find-functions (lambda (_) (cons 'transient (getenv "FOLDER"))))

(defun driver-mark (mark)
  "MARK of the current buffer: its file, line from 0, column in bytes, and what the server says of it."
  (save-excursion
    (goto-char (flymake-diagnostic-beg mark))
    (let ((told (alist-get 'eglot-lsp-diag (flymake-diagnostic-data mark))))
      `((file . ,(file-name-nondirectory buffer-file-name))
        (line . ,(1- (line-number-at-pos)))
        (column . ,(string-bytes (buffer-substring-no-properties (line-beginning-position) (point))))
        (severity . ,(plist-get told :severity))
        (rule . ,(plist-get told :code))
        (message . ,(plist-get told :message))))))

(defun driver-marks ()
  "All marks of all articles."
  (apply #'append
         (mapcar (lambda (buffer)
                   (with-current-buffer buffer
                     (and buffer-file-name (mapcar #'driver-mark (flymake-diagnostics)))))
                 (buffer-list))))

(defun driver-ask (method &rest more)
  "Ask METHOD, with MORE parameters, at the words in question."
  (with-current-buffer (find-file-noselect (expand-file-name (getenv "ARTICLE") (getenv "FOLDER")))
    (goto-char (point-min))
    (search-forward (getenv "WORDS"))
    (goto-char (match-beginning 0))
    (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more) :timeout 60)))

(dolist (file (directory-files (getenv "FOLDER") t "\\.\\(txt\\|md\\)\\'"))
  (with-current-buffer (find-file-noselect file)
    (text-mode)
    (unless (eglot-current-server) (call-interactively #'eglot))
    (flymake-start)))
;; a line whenever marks have changed, until whoever reads them has seen enough
(let ((told nil))
  (while (not (file-exists-p (getenv "ENOUGH")))
    (let ((marks (json-encode (vconcat (driver-marks)))))
      (unless (equal marks told)
        (send-string-to-terminal (concat marks "\n"))
        (setq told marks)))
    (accept-process-output nil 0.1)))
(send-string-to-terminal
 (concat (json-encode
          `((hover . ,(driver-ask :textDocument/hover))
            (references . ,(driver-ask :textDocument/references :context '(:includeDeclaration :json-false)))))
         "\n"))
(with-current-buffer (find-file-noselect (expand-file-name (getenv "ARTICLE") (getenv "FOLDER")))
  (eglot-shutdown (eglot-current-server)))
;;; driver.el ends here
