using System.Numerics;
using Xunit;

namespace InspectionPortal.Measurement.Tests;

/// <summary>Every sequence of a small length, counted one by one, against what the rules promise.</summary>
public sealed class ExactRunsTests
{
    public static TheoryData<int> Lengths => [10, 11, 12, 13, 14, 15, 16, 17];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Anhoej_EverySequence_SignalsWhereARunIsTooLongOrCrossingsTooFew(int n)
    {
        var (longest, crossings, signals) = (new long[n + 1], new long[n], 0L);
        var sides = new sbyte[n];
        for (var bits = 0; bits < 1 << n; bits++)
        {
            var text = Convert.ToString(bits, 2).PadLeft(n, '0');
            for (var i = 0; i < n; i++)
            {
                sides[i] = (sbyte)(text[i] == '1' ? 1 : -1);
            }

            var runs = Runs.Count(sides);
            var (wantedLongest, wantedCrossings) = CountByHand(bits, n);
            Assert.Equal(new Runs(n, wantedLongest, wantedCrossings), runs);
            longest[runs.Longest]++;
            crossings[runs.Crossings]++;
            signals += AnhoejRules.Signals(runs) ? 1 : 0;
            Assert.Equal(wantedLongest > AnhoejRules.LongestRunMax(n) || wantedCrossings < AnhoejRules.CrossingsMin(n), AnhoejRules.Signals(runs));
        }

        // Crossings are binomial: two sequences for each way to choose where they happen.
        Assert.Equal(Enumerable.Range(0, n).Select(k => 2 * Choose(n - 1, k)), crossings.Select(c => new BigInteger(c)));
        var all = Math.Pow(2, n);
        var minimum = AnhoejRules.CrossingsMin(n);
        Assert.True(crossings.Take(minimum).Sum() / all < 0.05);
        Assert.True(crossings.Take(minimum + 1).Sum() / all >= 0.05);
        Assert.True(longest.Skip(AnhoejRules.LongestRunMax(n) + 1).Sum() / all < 0.06);
        Assert.InRange(signals / all, 0.01, 0.08);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    public void Analyse_EveryArrangementAboutTheMedian_RunsAsCounted(int n)
    {
        var arrangements = 0;
        for (var bits = 0; bits < 1 << n; bits++)
        {
            if (BitOperations.PopCount((uint)bits) != n / 2)
            {
                continue;
            }

            var phase = ChartFixtures.Run([.. Enumerable.Range(0, n).Select(i => (double?)((bits >> i & 1) == 1 ? 7 : 3))]).Analysed().Phases[0];
            var (longest, crossings) = CountByHand(bits, n);
            Assert.Equal((5.0, n, longest, crossings), (phase.Centre!.Value, phase.UsefulPoints, phase.LongestRun, phase.Crossings));
            Assert.Equal(longest > phase.LongestRunMax || crossings < phase.CrossingsMin, phase.RunsSignal);
            arrangements++;
        }

        Assert.Equal(Choose(n, n / 2), arrangements);
    }

    [Fact]
    public void CrossingsMin_ToFourHundred_ExactBinomial()
    {
        for (var n = 1; n <= 400; n++)
        {
            // The smallest k for which 20 times the sum to k reaches the whole, in whole numbers.
            var (sum, term, k, all) = (BigInteger.One, BigInteger.One, 0, BigInteger.One << (n - 1));
            while (20 * sum < all)
            {
                k++;
                term = term * (n - k) / k;
                sum += term;
            }

            Assert.Equal(k, AnhoejRules.CrossingsMin(n));
        }
    }

    [Fact]
    public void CriticalValues_Large_NormalWithinOne()
    {
        foreach (var n in new[] { 1_000, 10_000, 100_000 })
        {
            var normal = ((n - 1) / 2.0) - (1.6448536 * Math.Sqrt(n - 1) / 2);
            Assert.InRange(AnhoejRules.CrossingsMin(n), normal - 1, normal + 1);
        }

        Assert.Equal(20, AnhoejRules.LongestRunMax(100_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void CriticalValues_NoPoints_Throws(int n)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AnhoejRules.LongestRunMax(n));
        Assert.Throws<ArgumentOutOfRangeException>(() => AnhoejRules.CrossingsMin(n));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClassicRules.RunsTable(n));
    }

    [Fact]
    public void RunsTable_InAndBeyondTheTable_WithinOneOfTheExactDistribution()
    {
        for (var n = 10; n <= 200; n++)
        {
            var (fewest, most) = ExactRuns(n);
            var table = ClassicRules.RunsTable(n);
            Assert.InRange(table.Fewest, fewest - 1, fewest + 1);
            Assert.InRange(table.Most, most - 1, most + 1);
        }
    }

    [Theory]
    [InlineData(10, 3, 9)]
    [InlineData(20, 6, 16)]
    [InlineData(24, 8, 18)]
    [InlineData(30, 11, 21)]
    [InlineData(60, 24, 38)]
    public void RunsTable_Row_AsTabulated(int n, int fewest, int most) => Assert.Equal((fewest, most), ClassicRules.RunsTable(n));

    /// <summary>Runs with half of n on either side: the fewest and the most that leave no more than 2.5 % beyond them.</summary>
    private static (int Fewest, int Most) ExactRuns(int n)
    {
        var (above, below) = (n / 2, n - (n / 2));
        var ways = new BigInteger[n + 2];
        for (var r = 2; r <= n; r++)
        {
            var k = r / 2;
            ways[r] = r % 2 == 0
                ? 2 * Choose(above - 1, k - 1) * Choose(below - 1, k - 1)
                : (Choose(above - 1, k) * Choose(below - 1, k - 1)) + (Choose(above - 1, k - 1) * Choose(below - 1, k));
        }

        var all = Choose(n, above);
        var (fewest, most, sum) = (0, n, BigInteger.Zero);
        while ((sum += ways[fewest]) * 40 <= all)
        {
            fewest++;
        }

        for (sum = ways[most]; sum * 40 <= all; sum += ways[most])
        {
            most--;
        }

        return (fewest, most);
    }

    private static (int Longest, int Crossings) CountByHand(int bits, int n)
    {
        var changes = (bits ^ (bits >> 1)) & ((1 << (n - 1)) - 1);
        var (longest, left) = (1, ~changes & ((1 << (n - 1)) - 1));
        for (; left != 0; left &= left << 1)
        {
            longest++;
        }

        return (longest, BitOperations.PopCount((uint)changes));
    }

    private static BigInteger Choose(int n, int k)
    {
        var result = k < 0 || k > n ? BigInteger.Zero : BigInteger.One;
        for (var i = 1; i <= k && !result.IsZero; i++)
        {
            result = result * (n - i + 1) / i;
        }

        return result;
    }
}
