;;; driver.el --- Opens the samples in Emacs with eglot, and writes down what a person would see  -*- lexical-binding: t -*-
(require 'json)
(package-initialize)
(load (getenv "CONFIGURATION") nil t)

(defvar driver-marked (string-to-number (getenv "MARKED")) "How many marks are awaited in all files.")
(defvar driver-question (split-string (getenv "QUESTION") "\t") "A file, and words in it that another article has, too.")
(setq flymake-no-changes-timeout nil
      eglot-sync-connect 60
      project-vc-merge-submodules nil)
(add-hook 'project-find-functions (lambda (folder) (cons 'transient (getenv "FOLDER"))) -100)

(defun driver-marks ()
  "All marks: file, line from 0, column in bytes, and words."
  (apply
   #'append
   (mapcar
    (lambda (buffer)
      (with-current-buffer buffer
        (when (bound-and-true-p eglot--managed-mode)
          (mapcar
           (lambda (mark)
             (save-excursion
               (goto-char (flymake-diagnostic-beg mark))
               `((file . ,(file-name-nondirectory buffer-file-name))
                 (line . ,(1- (line-number-at-pos)))
                 (column . ,(string-bytes (buffer-substring-no-properties (line-beginning-position) (point))))
                 (type . ,(symbol-name (flymake-diagnostic-type mark)))
                 (text . ,(flymake-diagnostic-text mark)))))
           (flymake-diagnostics)))))
    (buffer-list))))

(defun driver-at (method &optional more)
  "Ask METHOD at the words in question, with MORE parameters."
  (with-current-buffer (find-file-noselect (car driver-question))
    (goto-char (point-min))
    (search-forward (cadr driver-question))
    (jsonrpc-request (eglot--current-server-or-lose) method (append (eglot--TextDocumentPositionParams) more) :timeout 60)))

(dolist (file (directory-files (getenv "FOLDER") t "\\.\\(txt\\|md\\)\\'"))
  (with-current-buffer (find-file-noselect file)
    (if (derived-mode-p 'text-mode) nil (text-mode))
    (apply #'eglot (eglot--guess-contact))
    (flymake-start)))
(while (/= (length (driver-marks)) driver-marked)
  (accept-process-output))
(princ
 (json-encode
  `((marks . ,(vconcat (driver-marks)))
    (hover . ,(driver-at :textDocument/hover))
    (references . ,(driver-at :textDocument/references '(:context (:includeDeclaration :json-false)))))))
;;; driver.el ends here
