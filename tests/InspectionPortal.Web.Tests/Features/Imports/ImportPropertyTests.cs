using FsCheck;
using FsCheck.Fluent;

namespace InspectionPortal.Web.Tests.Features.Imports;

/// <summary>What is put into a file comes out of it.</summary>
public sealed class ImportPropertyTests
{
    private static readonly string[] Owners =
        ["HOS Safeguarding", "Head of QA", "Service Manager (CYP Information Systems)", "Head of Fostering and Adoption", "All TMs", "SD IS", "QA Team", "Designated Nurse"];

    private static readonly string[] Dates = ["Sept17", "Aug17 onwards", "March 2018", "on-going", "by the end of Dec 2025", "31/03/2026", "quarterly", "Jan18"];

    private static readonly string[] Actions =
        ["Review the policy (all of it)", "Train staff", "Audit thirty cases – twice", "Share tools with partners", "Report to the board", "Update the pathway", "Write guidance on thresholds"];

    [Fact]
    public void Bullets_AnyOwnerAndDate_ComeOutAsPutIn()
    {
        var bullet = from action in Gen.Elements(Actions)
                     from owner in Gen.Elements(Owners)
                     from date in Gen.Elements(Dates)
                     from dash in Gen.Elements(" – ", " - ", "—", " – ")
                     from shape in Gen.Choose(0, 3)
                     select (action, owner: shape == 1 ? null : owner, date: shape == 2 ? null : date, dash);
        var cell = bullet.NonEmptyListOf();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(cell.ToArbitrary(), bullets =>
        {
            var text = string.Join('\n', bullets.Select(b => $"- {b.action} ({string.Join(b.dash, new[] { b.owner, b.date }.Where(p => p is not null))})"));
            var read = new WordFile().Table(["What?", "Accountable officer", "Deadline", "Systems, analysis and reporting"], ["Do one thing", "MD", "May 2025", text]).Read()
                .Plan.Projects.Single().SubActions;
            Assert.Equal(
                bullets.Select(b => $"{b.action}|{b.owner}|{b.date}"),
                read.Select(s => $"{s.Text}|{string.Join('+', s.Owners)}|{s.Deadline.Text}"));
            return true;
        }));
    }

    [Fact]
    public void Tables_AnyMergesAndPages_ComeOutAsPutIn()
    {
        var row = from aim in Gen.Choose(1, 3)
                  from drivers in Gen.Choose(1, 3)
                  from owner in Gen.Elements(Owners)
                  from date in Gen.Elements(Dates)
                  select (aim, drivers, owner, date);
        var tables = from rows in row.ListOf()
                     from onPage in Gen.Choose(1, 6)
                     from merged in Gen.Elements(true, false)
                     select (rows: rows.OrderBy(r => r.aim).ThenBy(r => r.drivers).ToList(), onPage, merged);
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(tables.ToArbitrary(), table =>
        {
            if (table.rows.Count == 0)
            {
                return true;
            }

            var file = new WordFile();
            foreach (var page in table.rows.Select((r, i) => (r, i)).Chunk(table.onPage))
            {
                file.Table([
                    ["Stretch aim", "Key driver", "Action", "Lead", "Deadline"],
                    .. page.Select((p, at) => Row(p.r, p.i, at == 0 || page[at - 1].r.aim != p.r.aim, at == 0 || page[at - 1].r.aim != p.r.aim || page[at - 1].r.drivers != p.r.drivers, table.merged))]);
            }

            var read = file.Read().Plan.Aims.SelectMany(a => a.Drivers.SelectMany(d => d.Projects.Select(p => $"{a.Title}|{d.Title}|{p.Title}|{p.Leads.Names()}|{p.Deadline.Text}")));
            Assert.Equal(table.rows.Select((r, i) => $"Aim number {r.aim} of the plan|Driver {r.aim} and {r.drivers} of it|Carry out the step {i}|{r.owner}|{r.date}"), read);
            return true;
        }));

        static Cell[] Row((int aim, int drivers, string owner, string date) r, int i, bool isNewAim, bool isNewDriver, bool merged) =>
        [
            new Cell(isNewAim ? $"Aim number {r.aim} of the plan" : "") { Merge = merged ? isNewAim : null },
            new Cell(isNewDriver ? $"Driver {r.aim} and {r.drivers} of it" : "") { Merge = merged ? isNewDriver : null },
            $"Carry out the step {i}", r.owner, r.date,
        ];
    }
}
