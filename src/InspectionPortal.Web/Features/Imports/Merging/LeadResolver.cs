using InspectionPortal.Domain.Imports;
using InspectionPortal.Domain.People;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>Finds the responsibility behind a name, or makes one where that is what was chosen.</summary>
internal sealed class LeadResolver
{
    private readonly ExistingPlan _state;
    private readonly MergeLog _log;
    private readonly Dictionary<string, LeadResponsibility> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnknownLead> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownAgencyRow> _agencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _chosenNames = new(StringComparer.Ordinal);

    public LeadResolver(ExistingPlan state, MergeLog log, ImportChoices choices)
    {
        (_state, _log) = (state, log);
        foreach (var agency in state.Agencies)
        {
            _agencies.TryAdd(HeaderSynonyms.Plain(agency.Code), agency);
            _agencies.TryAdd(HeaderSynonyms.Plain(agency.Name), agency);
        }

        foreach (var (name, choice) in choices.Leads)
        {
            _chosenNames.TryAdd(HeaderSynonyms.Plain(name), choice);
        }

        foreach (var responsibility in state.Responsibilities)
        {
            _known.TryAdd(HeaderSynonyms.Plain(responsibility.Name), responsibility);
        }

        foreach (var responsibility in state.Responsibilities)
        {
            foreach (var spelling in responsibility.AlsoWritten)
            {
                _known.TryAdd(HeaderSynonyms.Plain(spelling), responsibility);
            }
        }
    }

    public IReadOnlyList<UnknownLead> Unknown => [.. _unknown.Values];

    /// <summary>The responsibility with that name, if there is one.</summary>
    public LeadResponsibility? Find(string name) => _known.GetValueOrDefault(HeaderSynonyms.Plain(name));

    /// <summary>The responsibility that leads; null where the name stays words.</summary>
    public LeadResponsibility? Resolve(string name, string where)
    {
        var plain = HeaderSynonyms.Plain(name);
        if (plain.Length == 0)
        {
            return null;
        }

        if (_unknown.TryGetValue(plain, out var met))
        {
            _unknown[plain] = met with { Rows = met.Rows + 1 };
            return _known.GetValueOrDefault(plain);
        }

        if (_known.TryGetValue(plain, out var found))
        {
            return found;
        }

        if (_agencies.TryGetValue(plain, out var agency))
        {
            return Added(name, agency.Id);
        }

        var choice = _chosenNames.GetValueOrDefault(plain, ImportChoices.Add);
        var isTooLong = name.Length > LeadResponsibility.NameMaxLength;
        var chosen = Guid.TryParse(choice, out var id) ? _state.Responsibilities.Find(r => r.Id == id) : null;
        choice = chosen is not null ? choice : choice == ImportChoices.AsWords || isTooLong ? ImportChoices.AsWords : ImportChoices.Add;
        _unknown[plain] = new UnknownLead(name, where, 1, choice);
        if (chosen is not null)
        {
            Spell(chosen, name);
            _known[plain] = chosen;
            return chosen;
        }

        return choice == ImportChoices.AsWords ? null : Added(name, null);
    }

    /// <summary>Keeps the spelling, so that the next file is understood.</summary>
    private void Spell(LeadResponsibility chosen, string name)
    {
        if (name.Length <= LeadResponsibility.NameMaxLength)
        {
            _log.Set<List<string>>(chosen, nameof(LeadResponsibility.AlsoWritten), chosen.AlsoWritten, [.. chosen.AlsoWritten, name], v => chosen.AlsoWritten = v);
        }
    }

    private LeadResponsibility Added(string name, Guid? agencyId)
    {
        var responsibility = new LeadResponsibility
        {
            Name = name,
            Kind = agencyId is null ? ResponsibilityKind.Post : ResponsibilityKind.Group,
            AgencyId = agencyId,
        };
        _state.Responsibilities.Add(responsibility);
        _known[HeaderSynonyms.Plain(name)] = responsibility;
        return _log.Add(responsibility, "", name);
    }
}
