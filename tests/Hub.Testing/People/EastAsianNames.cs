using static Hub.Testing.People.WeightedList;

namespace Hub.Testing.People;

internal static class EastAsianNames
{
    public static Culture Chinese { get; } = new()
    {
        Surnames = Ranked("Wong Chan Li Lee Chen Wang Zhang Liu Lin Cheung Lau Ng Ho Leung Yang Huang Zhao Wu Zhou Xu Tang Lam Cheng Yeung Chow Sun Ma Zhu Hu Guo Tsang Fung Kwok Mak Nguyen Tran Pham", 5),
        Female = Ranked("Mei Xiaoyan Yan Ling Wei Jing Li Fang Na Min Hui Xin Yu Ying Siu_Ling Ka_Yan Wing Emily Grace Amy Michelle Vivian Joyce", 6),
        Male = Ranked("Wei Jun Ming Jie Hao Lei Tao Bin Feng Yong Qiang Jian Chi_Ming Ka_Ho Wai Kin Jason Kevin Daniel Raymond Henry Alan Eric", 6),
        Rare = new RareSurnames("Ou Shang Si Zhu Huang Dong Xi Mu", "bai chi dong ge guan ma men rong", "ai an ao ei en eng in ing ou u ui un"),
        RareShare = 30,
        Nationalities = Cultures.Nationalities(("GBR", 520), ("CHN", 330), ("HKG", 90), ("VNM", 60)),
        MiddleNames = 150,
    };
}
