;;; calque.el --- Findings of calque, a linter for translated prose  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "27.1"))
;; Keywords: text, i18n
;; License: MIT

;;; Commentary:

;; `calque lsp' for eglot, and a flymake backend for those who do without.

;;; Code:

(require 'flymake)

(defgroup calque nil
  "Linting translated prose."
  :group 'text)

(defcustom calque-program "calque"
  "The program."
  :type 'string)

(defcustom calque-settings nil
  "What the server is told, a property list: :language, :sourceLanguage, :level."
  :type 'plist)

(defvar eglot-server-programs)
(declare-function eglot-code-actions "eglot")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `((text-mode markdown-mode gfm-mode html-mode mhtml-mode)
                 . ,(append (list calque-program "lsp")
                            (and calque-settings (list :initializationOptions calque-settings))))))

(defun calque-fix-all ()
  "Make all safe fixes in this buffer, through eglot."
  (interactive)
  (eglot-code-actions (point-min) (point-max) "source.fixAll.calque" t))

;; Flymake, without a server: the text goes to the program, a line comes back for each finding.

(defvar-local calque--process nil)

(defconst calque--line
  "^.*?:\\([0-9]+\\):\\([0-9]+\\): \\(error\\|warning\\|hint\\): \\(.*\\)$")

(defun calque--diagnostics (source)
  "The diagnostics for SOURCE that the current buffer's lines say."
  (let (found)
    (goto-char (point-min))
    (while (re-search-forward calque--line nil t)
      (let* ((line (string-to-number (match-string 1)))
             (column (string-to-number (match-string 2)))
             (type (cdr (assoc (match-string 3) '(("error" . :error) ("warning" . :warning) ("hint" . :note)))))
             (message (match-string 4))
             (region (flymake-diag-region source line column)))
        (push (flymake-make-diagnostic source (car region) (cdr region) type message) found)))
    (nreverse found)))

(defun calque-flymake (report &rest _)
  "A flymake backend that calls REPORT with the findings of calque."
  (when (process-live-p calque--process) (kill-process calque--process))
  (let ((source (current-buffer)))
    (setq calque--process
          (make-process
           :name "calque" :noquery t :connection-type 'pipe :buffer (generate-new-buffer " *calque*")
           :command (list calque-program "check" "--format" "unix" "--level" "hint" "--stdin-filename"
                          (or buffer-file-name "buffer.txt") "-")
           :sentinel
           (lambda (process _)
             (when (memq (process-status process) '(exit signal))
               (unwind-protect
                   (when (and (buffer-live-p source) (eq process (buffer-local-value 'calque--process source)))
                     (with-current-buffer (process-buffer process)
                       (funcall report (calque--diagnostics source))))
                 (kill-buffer (process-buffer process)))))))
    (process-send-region calque--process (point-min) (point-max))
    (process-send-eof calque--process)))

;;;###autoload
(defun calque-flymake-enable ()
  "Show the findings of calque in this buffer through flymake."
  (interactive)
  (add-hook 'flymake-diagnostic-functions #'calque-flymake nil t)
  (flymake-mode 1))

(provide 'calque)
;;; calque.el ends here
