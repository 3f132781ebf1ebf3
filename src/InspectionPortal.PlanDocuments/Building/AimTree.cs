using InspectionPortal.Domain.Text;
using System.Text.RegularExpressions;
using InspectionPortal.PlanDocuments.Columns;
using InspectionPortal.PlanDocuments.TableDetection;
using InspectionPortal.PlanDocuments.Plans;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.Building;

/// <summary>Grows the aims and drivers from banners, headings and columns, and says under which the next project stands.</summary>
internal sealed partial class AimTree(ImportIssues issues)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private readonly List<ImportedAim> _aims = [];
    private readonly List<(string Style, string Title, string? Number, string? Finding)> _open = [];
    private readonly Dictionary<string, ImportedAim> _aimsByTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<(object Parent, string Title), ImportedDriver> _driversByTitle = [];
    private string _label = "";
    private bool _isFresh;

    public IReadOnlyList<ImportedAim> Aims => _aims;

    /// <summary>The finding that the heading over the next project names; null where it names none.</summary>
    public string? Finding => _open.LastOrDefault(o => o.Finding is not null).Finding;

    public void Add(BannerItem banner)
    {
        var lines = banner.Lines.ToList();
        if (banner.Label is { } told)
        {
            var words = HeaderSynonyms.Plain(told);
            _label = words.Length == 0 ? _label : words;
            if (Names().IsMatch(words))
            {
                Open($"{told.TrimEnd(':', ' ')}: {string.Join(' ', lines.Select(l => l.Text))}", banner);
            }
            else
            {
                Tell(_label, lines, banner);
            }

            return;
        }

        if (banner.IsFinding)
        {
            Open(string.Join(' ', lines.Select(l => l.Text)), banner);
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var isAside = lines[i] is { Level: 0 } line && !BannerRows.Named().IsMatch(line.Text) && !Quoted().IsMatch(line.Text)
                && !Labelled().IsMatch(line.Text)
                && _label.Length == 0 && banner.Heading == 0
                    && ((i > 0 && _isFresh) || (_isFresh && line.Text.Length > 60 && line.Text.EndsWith('.')));
            if (isAside)
            {
                Tell("description", [lines[i]], banner);
            }
            else
            {
                AddLine(lines[i], lines.Count, banner);
            }
        }
    }

    /// <summary>Where a project stands that names these levels itself, from the outer to the inner.</summary>
    public List<ImportedProject> Place(IReadOnlyList<string> own, string fallback)
    {
        _isFresh = false;
        _label = "";
        var levels = _open.Select(o => o.Title).Concat(own).Where(l => l.Length > 0).ToList();
        if (levels.Count == 0)
        {
            levels.Add(fallback);
        }

        var aim = Aim(levels[0]);
        var drivers = aim.Drivers;
        var projects = aim.Projects;
        foreach (var title in levels.Skip(1))
        {
            var key = (drivers, HeaderSynonyms.Plain(title));
            if (!_driversByTitle.TryGetValue(key, out var driver))
            {
                _driversByTitle[key] = driver = new ImportedDriver(title);
                drivers.Add(driver);
            }

            (drivers, projects) = (driver.Drivers, driver.Projects);
        }

        return projects;
    }

    /// <summary>The aim with a title, made where there is none.</summary>
    public ImportedAim Aim(string title)
    {
        var plain = HeaderSynonyms.Plain(title);
        if (!_aimsByTitle.TryGetValue(plain, out var aim))
        {
            _aimsByTitle[plain] = aim = new ImportedAim(title);
            _aims.Add(aim);
        }

        return aim;
    }

    private void AddLine(SourceLine line, int count, BannerItem banner)
    {
        var text = line.Text;
        if (Quoted().Match(text) is { Success: true } quoted && quoted.Groups["title"].Value.Trim() is var before)
        {
            if (before.Length > 0)
            {
                Open(before, banner);
            }

            Tell("vision", [new SourceLine(quoted.Groups["vision"].Value.Trim())], banner);
        }
        else if (Labelled().Match(text) is { Success: true } labelled && _open.Count > 0)
        {
            _label = HeaderSynonyms.Plain(labelled.Groups["label"].Value);
            var rest = text[labelled.Length..].Trim();
            Tell(_label, rest.Length == 0 ? [] : [new SourceLine(rest)], banner);
        }
        else if (line.Level > 0 && _open.Count > 0 && count > 1)
        {
            Tell(_label.Length == 0 ? "key outcomes" : _label, [line], banner);
        }
        else if (_isFresh && _label.Length > 0)
        {
            Tell(_label, [line], banner);
        }
        else
        {
            Open(line.Marker is null or DocxNumbering.Bullet ? text : $"{line.Marker} {text}", banner);
        }
    }

    private void Open(string text, BannerItem banner)
    {
        var (number, title) = banner.Number is { } own ? (own, text.Trim()) : Titled(text);
        var depth = number?.Count(c => c == '.') ?? 0;
        var style = banner.Heading > 0 ? $"heading {banner.Heading}" : $"{banner.Style}|{depth}";
        var at = _open.FindIndex(o => o.Style == style);
        if (at < 0)
        {
            var outer = _open.Count > 0 ? _open[0].Number?.Count(c => c == '.') ?? 0 : 0;
            var isInner = _open.Count > 0 && (_isFresh || depth > outer || (IsInner(text) && !IsInner(_open[0].Style))
                || _open[0].Style.StartsWith("heading", StringComparison.Ordinal)
                    || _open[0].Style.StartsWith("sheet", StringComparison.Ordinal));
            at = isInner ? Math.Min(_open.Count, ImportLimits.Levels - 1) : 0;
        }

        if (banner is { Style: "||", Heading: 0, Label: null })
        {
            issues.Warn(banner.Where, $"'{Short(title)}' is alone in its row, so it was read as a heading for the rows below it.");
        }

        _open.RemoveRange(at, _open.Count - at);
        var finding = banner.IsFinding ? (number is null ? text : $"{number} {text}") : Found().IsMatch(text) ? text : null;
        _open.Add((style, title, number, finding));
        _label = "";
        _isFresh = true;
        if (at == 0)
        {
            var aim = Aim(title);
            aim.Number ??= number;
            aim.Written ??= text;
            if (finding is not null && !aim.Recommendations.Contains(finding, StringComparer.Ordinal))
            {
                aim.Recommendations.Add(finding);
            }
        }
    }

    private void Tell(string what, List<SourceLine> lines, BannerItem banner)
    {
        if (_open.Count == 0)
        {
            issues.Info(banner.Where, $"'{Short(string.Join(" ", lines.Select(l => l.Text)))}' comes before the first aim, so it was left out.");
            return;
        }

        var aim = Aim(_open[0].Title);
        _isFresh = true;
        if (what.Contains("vision", StringComparison.Ordinal))
        {
            var words = string.Join('\n', lines.Select(l => l.Text.Trim('“', '”', '"', ' ')));
            aim.Vision = aim.Vision is null ? words : aim.Vision.Length < ImportLimits.CellCharacters ? $"{aim.Vision}\n{words}"
                : aim.Vision;
        }
        else if (what.Contains("outcome", StringComparison.Ordinal) || what.Contains("objective", StringComparison.Ordinal)
            || what.Contains("achieve", StringComparison.Ordinal))
        {
            foreach (var line in lines)
            {
                if (aim.Outcomes.Count > 0 && aim.Outcomes[^1].Length < ImportLimits.CellCharacters && line.Marker is null
                    && Sentences.StartsSmall(line.Text))
                {
                    aim.Outcomes[^1] = $"{aim.Outcomes[^1]} {line.Text}";
                }
                else
                {
                    aim.Outcomes.Add(line.Text);
                }
            }
        }
        else if (lines.Count > 0)
        {
            issues.Info(banner.Where, $"'{Short(string.Join(" ", lines.Select(l => l.Text)))}' is above the rows of '{Short(aim.Title)}', so it was left out.");
        }
    }

    /// <summary>"Driver of Success 1. Stable workforce" is number 1, "Stable workforce".</summary>
    public static (string? Number, string Title) Titled(string text)
    {
        var match = Prefix().Match(text);
        return match.Success && text[match.Length..].Trim() is { Length: > 1 } rest
            ? (match.Groups["number"].Success ? match.Groups["number"].Value.TrimEnd('.') : null, rest)
            : (null, text.Trim());
    }

    private static bool IsInner(string text) => Inner().IsMatch(text) && !Outermost().IsMatch(text);

    private static string Short(string text) => EnglishText.Cut(text, 70);

    [GeneratedRegex(@"^(?:(?<word>driver\s+of\s+success|(?:(?:strategic|stretch|key|improvement|primary|secondary|priority)\s+)?(?:outcome\s+aim|outcome|aim|driver|priority(?:\s+area(?:\s+for\s+(?:improvement|action))?)?|theme|objective|goal|workstream|area\s+for\s+(?:improvement|action|development)|recommendation|finding|pillar|section|part))\s*(?:(?<number>\d+(?:\.\d+)*|[A-Z]\b)\s*[.:)–—-]*|[:–—])\s*|(?<number>\d+(?:\.\d+)*)[.)]?\s+)", Options)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(?:recommendation|finding|priority\s+area\s+for\s+(?:improvement|action)|area\s+for\s+(?:priority\s+)?(?:improvement|action|development))\b", Options)]
    private static partial Regex Found();

    [GeneratedRegex(@"^(?<title>[^“""]*?)[“""](?<vision>[^”""]{20,})[”""]?\s*\.?$", Options)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(?<label>(?:our\s+)?vision|(?:key|intended|expected)\s+outcomes?|outcomes|what\s+we\s+want\s+to\s+achieve)\s*(?::|$)", Options)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:driver\s+of\s+success|themes?|aims?|priority|objectives?|goals?|driver|key\s+driver|strategic\s+\w+|stretch(?:\s+outcome)?\s+aim)(?:\s+\d+)?$", Options)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?:key\s+|primary\s+|secondary\s+)?driver|^objective|^sub", Options)]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:key\s+|primary\s+|secondary\s+)?driver\s+of\s+success", Options)]
    private static partial Regex Outermost();
}
