// Pages work without this script; it opens forms in dialogs and keeps a second press from doing anything.
(function () {
  'use strict';

  var dialog = document.getElementById('dialog');

  function show() {
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    var focus = dialog && (dialog.querySelector('[data-refusal]') || dialog.querySelector('[autofocus]')
        || dialog.querySelector('input:not([type=hidden]), select, textarea'));
    if (focus) {
      focus.focus();
    }
  }

  document.addEventListener('htmx:afterSwap', function (event) {
    if (event.target.id === 'dialog-body') {
      show();
    }
  });

  document.addEventListener('click', function (event) {
    if (dialog && (event.target.closest('[data-close]') || event.target === dialog)) {
      dialog.close();
    }
  });

  // A form that is on its way takes no second press; coming back to the page frees it.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === 'post' && !form.hasAttribute('hx-post')) {
      form.dataset.sent = 'yes';
    }
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) {
      delete form.dataset.sent;
    });
  });

  var refusal = document.querySelector('main [data-refusal]');
  if (refusal) {
    refusal.focus();
  }
})();
