namespace InspectionPortal.Measurement;

/// <summary>
/// Rules for reading a chart. A chart is read by one set; sets are never mixed, because each adds its own false alarms, and
/// together they would call almost any series special.
/// </summary>
public enum RuleSet
{
    /// <summary>
    /// Unusually long runs or unusually few crossings of the centre line, per phase (<see cref="AnhoejRules"/>), and on charts with limits
    /// a point outside them. For every chart. Anhøj &amp; Olesen 2014; Anhøj 2015.
    /// </summary>
    Anhoej,

    /// <summary>
    /// The rules of NHS England's Making Data Count programme for individuals charts (<see cref="MakingDataCountRules"/>): a point
    /// outside the limits, a
    /// trend of 7, two of three near a limit, a shift of 7; the only set with variation and assurance.
    /// </summary>
    MakingDataCount,

    /// <summary>
    /// The older run chart rules (<see cref="ClassicRules"/>): shift of 6, trend of 5, the runs table. An astronomical point is for the
    /// eye of the reader and is not computed. For
    /// run charts. Perla, Provost &amp; Murray 2011. The trend rule is weak: Anhøj &amp; Olesen 2014 found that it
    /// adds false alarms and hardly any true ones.
    /// </summary>
    Classic,
}
