// The page of a policy: searches the rules that can be added, goes on where somebody was, and asks before changes are lost. Every button
// works without it.
(function () {
    'use strict';

    var FORM = '.decision-gates-policy';
    var PLACE = 'decision-gates-policy-place';

    function all(root, selector) {
        return Array.prototype.slice.call(root.querySelectorAll(selector));
    }

    function offers(form) {
        return all(form, '.decision-gates-policy-offer').filter(function (offer) {
            return !offer.hidden;
        });
    }

    function search(form, text) {
        var words = text.toLowerCase().split(/\s+/);
        all(form, '.decision-gates-policy-offer').forEach(function (offer) {
            var said = offer.textContent.toLowerCase();
            offer.hidden = !words.every(function (word) {
                return said.indexOf(word) >= 0;
            });
        });
    }

    function step(form, from, by) {
        var buttons = offers(form).map(function (offer) {
            return offer.querySelector('button');
        });
        var to = buttons.indexOf(from) + by;
        (buttons[Math.min(to, buttons.length - 1)] || form.querySelector('[type="search"]')).focus();
    }

    function key(form, event) {
        var inSearch = event.target.type === 'search';
        var onOffer = event.target.closest('.decision-gates-policy-offer');
        if (inSearch && event.key === 'Enter') {
            event.preventDefault();
            if (event.target.value.trim() && offers(form).length > 0) {
                offers(form)[0].querySelector('button').click();
            }
        } else if ((inSearch || onOffer) && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            step(form, event.target, event.key === 'ArrowDown' ? 1 : -1);
        }
    }

    // each button loads the page anew: it goes on where it was
    function keepPlace(form) {
        var kept = null;
        try {
            kept = window.sessionStorage.getItem(PLACE);
            window.sessionStorage.removeItem(PLACE);
        } catch (e) {
            return;
        }
        if (kept !== null && form.getAttribute('action') === kept.split(' ')[1]) {
            window.scrollTo(0, Number(kept.split(' ')[0]));
        }
        form.addEventListener('submit', function () {
            window.sessionStorage.setItem(PLACE, window.scrollY + ' ' + form.getAttribute('action'));
        });
        var open = form.querySelector('.decision-gates-policy-open');
        var first = open && open.querySelector('select, textarea, input:not([type="hidden"])');
        // browsers see to it late, or not at all where something has the focus
        var next = form.querySelector('[autofocus]') || (kept !== null && first);
        if (next) {
            next.focus({preventScroll: true});
            next.scrollIntoView({block: 'nearest'});
        }
    }

    function warn(form) {
        var changed = Boolean(form.querySelector('[name="undo"]'));
        form.addEventListener('input', function (event) {
            changed = changed || event.target.type !== 'search';
        });
        form.addEventListener('submit', function (event) {
            // the dry run opens beside this page, which stays as it is
            changed = changed && Boolean(event.submitter && event.submitter.formTarget);
        });
        window.addEventListener('beforeunload', function (event) {
            if (changed) {
                event.preventDefault();
            }
        });
    }

    function start() {
        all(document, FORM).forEach(function (form) {
            form.classList.add('decision-gates-policy-scripted');
            form.addEventListener('input', function (event) {
                if (event.target.type === 'search') {
                    search(form, event.target.value);
                }
            });
            form.addEventListener('keydown', key.bind(null, form), true);
            keepPlace(form);
            warn(form);
        });
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', start);
    } else {
        start();
    }
}());
